/** Clocks of phones differ from the server's by a little; more than this is a wrong clock, not a fast one. */
export const clockSkewSecondsMax = 60
