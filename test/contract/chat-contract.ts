import { actsContract } from './acts-contract.ts';
import type { Can, ContractWorld, Open, SayingWorld } from './contract-world.ts';
import { deliveryContract } from './delivery-contract.ts';
import { doorContract } from './door-contract.ts';
import { groupContract } from './group-contract.ts';
import { heardContract } from './heard-contract.ts';
import { saidContract } from './said-contract.ts';

/** The promises of what comes in. */
export function hearingContract(name: string, open: Open<ContractWorld>, can: Can): void {
  heardContract(name, open, can);
  actsContract(name, open, can);
  doorContract(name, open, can);
  if (can.has.includes('group')) groupContract(name, open, can);
}

/** The promises of what goes out: all that a world makes which only hears. */
export function sayingContract<W extends SayingWorld>(name: string, open: Open<W>, can: Can): void {
  saidContract(name, open, can);
  deliveryContract(name, open, can);
}

/** The promises that every chat world keeps. */
export function chatContract(name: string, open: Open<ContractWorld>, can: Can): void {
  hearingContract(name, open, can);
  sayingContract(name, open, can);
}
