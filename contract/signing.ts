/** Carries the own number beside a command that is signed; the command itself never does. */
export const pinHeader = 'signing-pin'
