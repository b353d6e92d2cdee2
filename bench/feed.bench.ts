import { ticketRecord, type FeedPlant } from '#core/feed/ticket-record.ts'
import { validateFeedRecord } from '#core/feed/validate-record.ts'
import { historyOf, jobId, rulebook, untilActive } from '#core/job/examples.ts'
import { isRecorded, replay } from '#core/job/evolve.ts'

/**
 * Records of tickets, each from a job's whole history: replayed, built, checked and written as JSON. What a network and the park's
 * platform take is not in it.
 */
const rounds = 5
const jobsPerRound = 5000
const recordsPerSecondMin = 500

const history = historyOf(untilActive)
const plant: FeedPlant = {
  timeZone: 'Asia/Shanghai',
  companyName: '远桥化工',
  companyCode: '910000000000000000',
  people: {},
  employers: {},
  place: { name: '反应釜 7', longitude: 121.0005, latitude: 31.0005 },
}

const run = (): number => {
  let records = 0
  for (let round = 0; round < jobsPerRound; round += 1) {
    const job = replay(history, jobId)
    if (!isRecorded(job)) throw new Error('the example job has no record')
    for (const permit of job.record.permits) {
      const record = ticketRecord(job, permit, history, rulebook, plant)
      validateFeedRecord('ticket', record)
      // Counted by what was written, so that nothing of it can be left out.
      if (JSON.stringify(record).length > 0) records += 1
    }
  }
  return records
}

run()
const perSecond = Array.from({ length: rounds }, () => {
  const startedAt = performance.now()
  return (run() * 1000) / (performance.now() - startedAt)
}).toSorted((a, b) => a - b)
const median = Math.round(perSecond[Math.floor(rounds / 2)] ?? 0)
console.log(
  `records built, checked and written: ${median}/s (median of ${rounds}, ${history.length} events a job), at least ${recordsPerSecondMin}/s`,
)
if (median < recordsPerSecondMin) process.exitCode = 1
