/** What can be wrong at a job that somebody has to hear of at once. */
export type MyAlarmKind = 'guardian-outside' | 'guardian-silent' | 'work-stopped' | 'duty-late'
