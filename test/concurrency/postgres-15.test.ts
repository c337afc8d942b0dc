import { describeRaces } from './races.ts';

describeRaces(15);
