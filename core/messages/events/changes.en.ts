import type { ChangedCondition, Ending, PeopleChange, ReissueCause } from '../../job/changes.ts'
import type { ChangeEvent } from '../../job/events/changes.ts'
import type { EventWords, Names } from '../messages.ts'

export const conditionsEnChanged: { readonly [C in ChangedCondition]: string } = {
  process: 'the process has changed',
  weather: 'the weather has changed',
  neighbour: 'neighbouring work has changed',
  method: 'the way of working has changed',
  other: 'other conditions have changed',
}
export const reissueCausesEn: { readonly [C in ReissueCause]: string } = {
  content: 'other work',
  scope: 'a wider scope',
  place: 'another place',
  validity: 'a longer time',
}
export const endingsEn: { readonly [E in Ending]: string } = {
  cancelling: 'cancel the job',
  voiding: 'void the permit',
}

const roles: { readonly [R in PeopleChange['role']]: string } = {
  crew: 'worker',
  guardian: 'guardian',
  leader: 'leader',
}

export const sayPeopleChangeEn = (change: PeopleChange, names: Pick<Names, 'person'>): string => {
  const role = roles[change.role]
  switch (change.kind) {
    case 'join':
      return `${names.person(change.person)} joins as ${role}`
    case 'leave':
      return `${names.person(change.person)} leaves as ${role}`
    case 'replace':
      return `${names.person(change.joins)} replaces ${names.person(change.leaves)} as ${role}`
  }
}

const withNote = (sentence: string, note: string): string => (note.trim() === '' ? sentence : `${sentence}: ${note}`)

export const changeEventsEn: Pick<EventWords, ChangeEvent['type']> = {
  PeopleChangeAsked: ({ by, change, reason }, { names }) =>
    withNote(`${names.person(by)} asks for a change of people, ${sayPeopleChangeEn(change, names)}`, reason),
  PeopleChangeDenied: ({ by, change, note }, { names }) =>
    withNote(`${names.person(by)} refused the change of people (${sayPeopleChangeEn(change, names)})`, note),
  PeopleChanged: ({ by, change, reason }, { names }) =>
    withNote(`Change of people, ${sayPeopleChangeEn(change, names)}, confirmed by ${names.person(by)}`, reason),
  ConditionsChanged: ({ by, condition, note, renews }, { names }) =>
    withNote(
      `${names.person(by)} reported that ${conditionsEnChanged[condition]}${renews.approvals ? '; analysis, briefing and approvals start anew' : ''}`,
      note,
    ),
  EndingAsked: ({ by, ending, reason }, { names }) =>
    withNote(`${names.person(by)} asked to ${endingsEn[ending]}; work stands`, reason),
  EndingDenied: ({ by, ending, note }, { names }) =>
    withNote(`${names.person(by)} refused to ${endingsEn[ending]}`, note),
  JobCancelled: ({ by, reason }, { names }) => withNote(`${names.person(by)} cancelled the job`, reason),
  JobVoided: ({ by, reason }, { names }) => withNote(`${names.person(by)} declared the permit void`, reason),
  JobReissued: ({ by, cause, reason }, { names }) =>
    withNote(`${names.person(by)} closed the job to have it issued anew (${reissueCausesEn[cause]})`, reason),
  DraftPrepared: ({ by, reissueOf }, { names }) =>
    `${names.person(by)} began this application anew from “${names.job(reissueOf)}”`,
}
