import { useLocation } from 'wouter'
import type { AnsweredRefusal } from '#contract/command-answer.ts'
import type { AnswerNames } from '#contract/names.ts'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { ListRow, RowList } from '../../ui/touch/list-row.tsx'
import { useWords } from '../language.tsx'
import { JobRefusals, type ActOnRemedy } from './command-outcome.tsx'
import { pageOfRemedy } from './use-remedy-links.ts'

/** The papers: thirty measures that nobody confirmed yet are one thing to do, on one page, not thirty cards. */
const papers = ['prepare', 'measures'] as const

/** What keeps a gate shut: the papers as one line each with how much lacks, everything else with its reason. */
export const GateMissing = ({
  job,
  refusals,
  names,
  onRemedy,
}: {
  job: string
  refusals: readonly AnsweredRefusal[]
  names: AnswerNames
  onRemedy: ActOnRemedy
}) => {
  const words = useWords()
  const [, navigate] = useLocation()
  const isOf = (page: string) => (refusal: AnsweredRefusal) =>
    refusal.remedies.some((remedy) => pageOfRemedy(remedy) === page)
  const lines = papers
    .map((page) => ({ page, count: refusals.filter(isOf(page)).length }))
    .filter(({ count }) => count > 0)
  const others = refusals.filter((refusal) => !papers.some((page) => isOf(page)(refusal)))
  return (
    <>
      {lines.length > 0 && (
        <RowList>
          {lines.map(({ page, count }) => (
            <ListRow
              key={page}
              lead={<SafetyShape state="due" size={28} />}
              title={words.steps.track[page]}
              detail={words.jobs.missing(count)}
              onOpen={() => navigate(`/jobs/${job}/${page}`)}
            />
          ))}
        </RowList>
      )}
      <JobRefusals refusals={others} names={names} onRemedy={onRemedy} />
    </>
  )
}
