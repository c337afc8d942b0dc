import { Command } from 'commander';

const program = new Command('sarafan').description('Referral and loyalty system of a small business.');
await program.parseAsync();
