import { complaintsOf } from './check-run.ts';
import { runWorld } from './world.ts';

test('whatever happens between processes, the records are what one person would have made', async () => {
  for (let seed = 1; seed <= 1500; seed++) {
    const run = await runWorld({ seed, writers: 3, commands: 8, perils: { crash: 0.02, lostAnswer: 0.05 } });
    expect({ seed, complaints: complaintsOf(run) }).toEqual({ seed, complaints: [] });
  }
});
