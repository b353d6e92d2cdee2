import { useLocation } from 'wouter'
import type { Remedy } from '#core/job/refusal.ts'
import type { ActOnRemedy } from './command-outcome.tsx'

/** The page of a job on which a remedy is taken; none where it is not taken at a screen of the job. */
export const pageOfRemedy = (remedy: Remedy): string | null => {
  switch (remedy) {
    case 'prepare':
      return 'prepare'
    case 'confirm-measure':
      return 'measures'
    case 'sign-briefing':
      return 'briefing'
    case 'ask-approver':
      return 'approve'
    case 'test-gas':
      return 'gas-test'
    case 'witness-check':
      return 'checks'
    case 'ventilate':
    case 'change-fan':
      return 'ventilation'
    case 'sign-in-guardian':
      return 'sign-in'
    case 'count-people':
    case 'count-tools':
      return 'passages'
    case 'picture-residue':
    case 'watch-fire':
      return 'close-out'
    case 'isolate-point':
    case 'try-out-point':
      return 'isolation'
    case 'resume-work':
      return 'start'
    default:
      return null
  }
}

/** Turns remedies into taps that lead to the job's page where they are taken; the present page is no way out of itself. */
export const useRemedyLinks = (job: string, here?: string): ActOnRemedy => {
  const [, navigate] = useLocation()
  return (remedy) => {
    const page = pageOfRemedy(remedy)
    return page === null || page === here ? undefined : () => navigate(`/jobs/${job}/${page}`)
  }
}
