import { existsSync } from 'node:fs';
import { terminalLocale } from './terminal-locale.ts';

if (existsSync('.env')) process.loadEnvFile('.env');

/** The variables of this process, `.env` of the working folder included (what is set already wins). Read nowhere else. */
export const environment: Readonly<Record<string, string | undefined>> = process.env;

/** The language of whoever sits at this terminal. */
export const spoken = terminalLocale(environment);
