import type { AnswerNames } from '#contract/names.ts'
import { useMemo } from 'react'
import type { Job } from '#core/job/job.ts'
import type { Names, Messages } from '#core/messages/messages.ts'
import type { Reading } from '#core/messages/create-say.ts'
import { rulebookNames } from '#core/messages/rulebook-names.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { epochMs } from '#core/time/epoch.ts'
import { useUi } from '../../ui/ui-context.tsx'
import { useSpeech } from '../language.tsx'
import { useMessages } from '../messages.ts'
import { useRulebook } from './use-rulebook.ts'

const noNames: AnswerNames = { people: {}, places: {}, equipment: {}, jobs: {}, permits: {} }

/** All that a sentence about a job is made of. */
export type Speaker = { readonly messages: Messages; readonly reading: Reading; readonly rulebook: Rulebook }

/** How refusals and events are said to this reader, in the words of the job's own edition; undefined while words or rulebook are on their way. */
export const useReading = (names: AnswerNames = noNames, job?: Job): Speaker | undefined => {
  const { language } = useSpeech()
  const { timeZone, now } = useUi()
  const messages = useMessages()
  const { data: rulebook } = useRulebook(job)
  return useMemo(
    () =>
      messages && rulebook
        ? {
            messages,
            rulebook,
            reading: { names: namesOf(names, rulebookNames(rulebook, language)), timeZone, now: epochMs(now()) },
          }
        : undefined,
    [messages, rulebook, names, language, timeZone, now],
  )
}

/** Whoever is mentioned but not known by name stands under the own identity, which is still better than nothing. */
const namesOf = (
  { people, places, equipment, jobs, permits }: AnswerNames,
  ofRulebook: ReturnType<typeof rulebookNames>,
): Names => ({
  ...ofRulebook,
  person: (person) => people[person] ?? person,
  place: (place) => places[place] ?? place,
  job: (job) => jobs[job] ?? job,
  permit: (permit) => permits[permit] ?? permit,
  equipment: (one) => equipment[one] ?? one,
})
