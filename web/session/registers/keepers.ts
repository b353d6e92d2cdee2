import type { Audience } from '../roles.ts'

/** Who enters and corrects points and blinds; the server decides it again. */
export const registerKeepers: Audience = ['safety-officer', 'workshop-director', 'administrator']

/** Who says which days are holidays; the server decides it again. */
export const calendarKeepers: Audience = ['safety-officer', 'administrator']
