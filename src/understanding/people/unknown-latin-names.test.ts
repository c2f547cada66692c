import { understand } from '../understand.ts';
import { createNameDirectory } from './create-name-directory.ts';

const directory = createNameDirectory({
  accounts: [
    { name: 'Kestrel Avionics GmbH', aliases: ['Kestrel'], contacts: [{ name: 'Jonas Brandt', aliases: [] }] },
  ],
});
const read = (text: string) => {
  const input = { id: '1', text, at: '2026-11-23T10:00:00+00:00', timeZone: 'Europe/London', lang: 'en' as const };
  const { account, contacts } = understand(input, directory);
  return [account?.mention, ...contacts.map(({ mention }) => mention)];
};

test.each([
  ['quoted Nimbus £18k', 'Nimbus'],
  ['lunch at the Ritz', undefined],
  ['lost the Penrose bid, too expensive', 'Penrose'],
  ['Tarmac renewed for two years at 30k a year', 'Tarmac'],
  ['Wexford on hold till March', 'Wexford'],
  ["Halden isn't interested", 'Halden'],
  ['DPD is tied in until June next year', 'DPD'],
  ['Kingsley Motors: price too high', 'Kingsley Motors'],
  ['Framework agreement signed with Thales, £450k', 'Thales'],
  ["went to Ashby's office, Tim was out", 'Ashby'],
  ['Trial of Pro plan for Zephyr, 25 seats', 'Zephyr'],
  ['Decathlon, Julie Martin, buyer, julie@decathlon.example', 'Decathlon'],
  ['had lunch with Lena (Brandt & Sohn)', 'Brandt & Sohn'],
  ['spoke to bob at initech, wants pricing', 'initech'],
  ['went to see the guys at greyfield', 'greyfield'],
  ['video call with the German client', undefined],
  ['talked to the team at work', undefined],
  ['Action items: call the printer', undefined],
])('%s: a new customer by its place in what is told', (text, account) => {
  expect(read(text)[0]).toBe(account);
});

test('two people joined by and are two', () => {
  expect(read('Visited Harlow Foods today, saw Martin and Sue')).toEqual(['Harlow Foods', 'Martin', 'Sue']);
});
