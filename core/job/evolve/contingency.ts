import type { ContingencyEvent } from '../events/contingency.ts'
import type { JobEvent } from '../events.ts'
import type { JobRecord } from '../job.ts'

/** A spoken reading that stands in for a silent source is owed a comparison. */
export const debtsAfterTest = (
  { debts, gasTests }: JobRecord,
  { by, occurredAt, test, contingency }: Extract<JobEvent, { type: 'GasTested' }>,
): JobRecord['debts'] =>
  contingency && test.spoken
    ? [
        ...debts,
        {
          key: `gas-test.${gasTests.length}`,
          kind: 'spoken-reading',
          at: occurredAt,
          by,
          settled: null,
          mode: contingency.mode,
          contingency: contingency.id,
          recording: test.spoken.recording,
          readings: test.samples.flatMap(({ point, readings }) => readings.map((one) => ({ ...one, point }))),
        },
      ]
    : debts

/** What a job keeps of contingencies and of the debts they leave. */
export const afterContingency = ({ contingencies, debts }: JobRecord, event: ContingencyEvent): Partial<JobRecord> => {
  switch (event.type) {
    case 'ContingencyOpened':
      return { contingencies: [...contingencies, event.contingency] }
    case 'ContingencyClosed':
      return {
        contingencies: contingencies.map((one) =>
          one.id === event.contingency ? { ...one, endedAt: event.occurredAt } : one,
        ),
      }
    case 'DebtSettled':
      return {
        debts: debts.map((debt) =>
          debt.key === event.debt
            ? { ...debt, settled: { at: event.occurredAt, by: event.by, ...event.outcome } }
            : debt,
        ),
      }
  }
}
