import { amazon } from './amazon.ts';
import { temu } from './temu.ts';
import { tiktok } from './tiktok.ts';

/** Every marketplace, in the order in which they are listed. */
export const definitions = [amazon, temu, tiktok] as const;
