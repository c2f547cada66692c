import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { errorFields } from '../../src/chat/error-fields.ts';
import { ServiceError } from '../../src/errors.ts';
import { type Can, failureOf, having, type Open, replyIn, type SayingWorld, seenBy, silent } from './contract-world.ts';

const times = (shown: string, words: string): number => shown.split(words).length - 1;

const LONG = Array.from({ length: 1_500 }, (_, at) => `第${at}行要说的话。`).join('\n');

/** What is promised of the way there: once each, in order, also where it fails. */
export function deliveryContract<W extends SayingWorld>(name: string, open: Open<W>, can: Can): void {
  let world: W;
  const has = having(can);
  const failing = (...how: Can['fails'][number][]) =>
    how.every((one) => can.fails.includes(one)) ? test : (_name: string, _promise: () => Promise<void>) => {};

  describe(`${name}: how it gets there`, () => {
    afterEach(() => world.stop());

    test('what is said comes in its order', async () => {
      world = await open(silent);
      const said = Array.from({ length: 12 }, (_, at) => `答第${at}句`);
      for (const text of said) await world.deliver(replyIn(world, text));
      const shown = await seenBy(world);
      expect(said.map((text) => shown.indexOf(text))).toEqual(
        said.map((text) => shown.indexOf(text)).toSorted((a, b) => a - b),
      );
      for (const text of said) expect(times(shown, text)).toBe(1);
    });

    test('a row that is delivered again is shown once', async () => {
      world = await open(silent);
      const once = replyIn(world, '只说一次');
      await world.deliver(once);
      await world.deliver(once);
      expect(times(await seenBy(world), '只说一次')).toBe(1);
    });

    test('the same words of two rows are said twice', async () => {
      world = await open(silent);
      await world.deliver(replyIn(world, '提醒一下'));
      await world.deliver(replyIn(world, '提醒一下'));
      expect(times(await seenBy(world), '提醒一下')).toBe(2);
    });

    has('restart')('after a restart a row that was shown is not shown again, a waiting one is', async () => {
      world = await open(silent);
      const before = replyIn(world, '重启前');
      await world.deliver(before);
      await world.restart?.();
      await world.deliver(before);
      await world.deliver(replyIn(world, '重启后'));
      const shown = await seenBy(world);
      expect([times(shown, '重启前'), times(shown, '重启后')]).toEqual([1, 1]);
    });

    failing('broken')('what a failing platform did not show may be tried again, and is then shown once', async () => {
      world = await open(silent);
      const row = replyIn(world, '再试一次');
      world.fails?.('broken');
      expect(await failureOf(world.deliver(row))).toBeInstanceOf(ServiceError);
      await world.deliver(row);
      await world.deliver(replyIn(world, '下一句'));
      expect(times(await seenBy(world), '再试一次')).toBe(1);
    });

    failing('limited')('where the platform asks for a pause, the error says how long', async () => {
      world = await open(silent);
      const row = replyIn(world, '太快了');
      world.fails?.('limited');
      const error = await failureOf(world.deliver(row));
      expect(error).toBeInstanceOf(ServiceError);
      expect((error as ServiceError).retryAfterMs).toBeGreaterThan(0);
      expect(await seenBy(world)).not.toContain('太快了');
    });

    failing('lost')(
      'where the answer is lost it may be tried again; where the platform can be asked, it is shown once',
      async () => {
        world = await open(silent);
        const row = replyIn(world, '到了没');
        world.fails?.('lost');
        let error = await failureOf(world.deliver(row));
        expect(error).toBeInstanceOf(ServiceError);
        for (let waited = 0; error !== null && waited < 3_000; waited += 20) {
          await sleep(20);
          error = await failureOf(world.deliver(row));
        }
        expect(times(await seenBy(world), '到了没')).toBe(can.looksUp ? 1 : 2);
      },
    );

    failing('fine', 'broken')('of a long reply that broke off only the rest is said, after a restart too', async () => {
      world = await open(silent);
      const row = replyIn(world, LONG);
      world.fails?.('fine', 'broken');
      expect(await failureOf(world.deliver(row))).toBeInstanceOf(ServiceError);
      await world.restart?.();
      await world.deliver(row);
      const shown = await seenBy(world);
      for (const at of [0, 1, 700, 1_499]) expect(times(shown, `第${at}行`)).toBe(1);
    });

    failing('refused')(
      'what the platform refuses is final; the state says why, and the next message goes',
      async () => {
        world = await open(silent);
        world.fails?.('refused');
        const error = await failureOf(world.deliver(replyIn(world, '不收的话')));
        expect(error).toBeInstanceOf(Error);
        expect(error).not.toBeInstanceOf(ServiceError);
        await world.deliver(replyIn(world, '收的话'));
        const shown = await seenBy(world);
        expect([times(shown, '不收的话'), times(shown, '收的话')]).toEqual([0, 1]);
        await world.stop();
        expect(world.state()?.lastError?.code).toMatch(/./);
      },
    );

    failing('refused')('a room that is not there, and a person who is not on the platform, are final', async () => {
      world = await open(silent);
      for (const room of [world.nowhere, 'direct:nobody-7']) {
        const error = await failureOf(world.deliver(replyIn(world, '去哪', { to: { adapter: world.name, room } })));
        expect(error).toBeInstanceOf(Error);
        expect(error).not.toBeInstanceOf(ServiceError);
      }
    });

    has('restart')('a stop amid a long reply loses none of it and doubles none', async () => {
      world = await open(silent);
      const row = replyIn(world, LONG);
      const work = failureOf(world.deliver(row));
      await world.restart?.();
      const error = await work;
      if (error !== null) expect(error).toBeInstanceOf(ServiceError);
      await world.deliver(row);
      const shown = await seenBy(world);
      for (const at of [0, 1, 700, 1_499]) expect(times(shown, `第${at}行`)).toBe(1);
    });

    if (can.fails.length > 0)
      test('no error, log or state tells a secret or what was said', async () => {
        world = await open(silent);
        const told: string[] = [];
        for (const how of can.fails.filter((one) => one !== 'fine')) {
          world.fails?.(how);
          const error = await failureOf(world.deliver(replyIn(world, '机密报价88万')));
          told.push(
            inspect(errorFields(error), { depth: 9 }),
            String(error),
            error instanceof Error ? error.message : '',
          );
        }
        await world.stop();
        told.push(world.logged(), JSON.stringify(world.state()));
        for (const word of [...world.secrets, '机密', '88万']) expect(told.join('\n')).not.toContain(word);
      });

    test('the state tells when something was last said', async () => {
      const began = Date.now() - 1;
      world = await open(silent);
      await world.deliver(replyIn(world, '说一句'));
      await world.stop();
      expect(world.state()).toMatchObject({ connection: 'stopped' });
      expect(world.state()?.lastOut?.getTime()).toBeGreaterThan(began);
    });

    test('after a stop nothing stays behind that would hold the process', async () => {
      const held = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
      const before = held();
      world = await open(silent);
      await world.deliver(replyIn(world, '最后一句'));
      await world.stop();
      for (let waited = 0; held() > before && waited < 1_500; waited += 20) await sleep(20);
      expect(held()).toBeLessThanOrEqual(before);
    });
  });
}
