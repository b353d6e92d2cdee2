import { useState } from 'react'
import type { DocumentReceipt } from '#contract/documents.ts'
import type { PlanDocument } from '#core/job/plan-document.ts'
import { isoDate } from '#core/time/epoch.ts'
import { useWords } from '../../session/language.tsx'
import { RequestFailed } from '../../session/problem.ts'
import { useServices } from '../../session/services.tsx'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'
import css from './prepare.module.css'

/** What a picker offers first; the server looks at the content and believes no name. */
const offered = '.pdf,.docx,image/jpeg,image/png,image/webp'

/** The plan as a file: chosen and uploaded at once, then what it is called, who drew it up and who approved it when. */
export const PlanDocumentField = ({
  job,
  today,
  isNeeded,
  document,
  onChange,
}: {
  job: string
  today: string
  /** The rulebook asks for the file; words alone are not enough. */
  isNeeded: boolean
  document: PlanDocument | undefined
  onChange: (document: PlanDocument) => void
}) => {
  const { plans: words } = useWords()
  const { upload, name, isBusy, failure } = useUpload(job)
  const shown = name ?? document?.file?.name
  const take = async (file: File): Promise<void> => {
    const receipt = await upload(file)
    if (receipt) onChange(describe(receipt, document, today))
  }
  const change = (part: Partial<PlanDocument>): void => {
    if (document) onChange({ ...document, ...part })
  }
  return (
    <section className={css.offer} aria-label={words.title}>
      <h3 className={css.offerHead}>{words.title}</h3>
      <p className={css.quiet}>{words.how}</p>
      {isNeeded && !document && (
        <p className={css.lacking}>
          <SafetyShape state="due" size={20} /> {words.needed}
        </p>
      )}
      <label className={css.filePick}>
        {isBusy ? words.uploading : shown === undefined ? words.choose : words.replace}
        <input
          type="file"
          accept={offered}
          className={css.fileInput}
          disabled={isBusy}
          onChange={({ target }) => {
            const [file] = target.files ?? []
            target.value = ''
            if (file) void take(file)
          }}
        />
      </label>
      {failure !== undefined && (
        <p className={css.lacking} role="alert">
          <SafetyShape state="stopped" size={20} /> {failure}
        </p>
      )}
      {document && (
        <>
          {shown !== undefined && (
            <p className={css.lacking}>
              <SafetyShape state="met" size={20} /> {words.kept(shown)}
            </p>
          )}
          <TextField label={words.name} value={document.title} onChange={(title) => change({ title })} />
          <TextField
            label={words.drawnUpBy}
            value={document.drawnUpBy}
            onChange={(drawnUpBy) => change({ drawnUpBy })}
          />
          <TextField
            label={words.approvedBy}
            value={document.approvedBy}
            onChange={(approvedBy) => change({ approvedBy })}
          />
          <label className={css.date}>
            <span>{words.approvedOn}</span>
            <input
              type="date"
              max={today}
              value={document.approvedOn}
              onChange={({ target: { value } }) => value !== '' && change({ approvedOn: isoDate(value) })}
            />
          </label>
        </>
      )}
    </section>
  )
}

/** A file says nothing of who approved it; what was written about the one before is kept to be looked over. */
const describe = (
  { document: id, name }: DocumentReceipt,
  before: PlanDocument | undefined,
  today: string,
): PlanDocument => ({
  id,
  title: before?.title ?? name.replace(/\.[^.]+$/, ''),
  drawnUpBy: before?.drawnUpBy ?? '',
  approvedBy: before?.approvedBy ?? '',
  approvedOn: before?.approvedOn ?? isoDate(today),
})

const useUpload = (job: string) => {
  const { api } = useServices()
  const { refused, failure: failures } = useWords().session
  const [name, setName] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const reasonOf = (error: unknown): string => {
    if (!(error instanceof RequestFailed) || error.failure.kind !== 'problem') return failures.unreachable
    const { code } = error.failure.problem
    return refused.problem[code as keyof typeof refused.problem] ?? refused.other(code)
  }
  const upload = async (file: File): Promise<DocumentReceipt | undefined> => {
    setIsBusy(true)
    setFailure(undefined)
    try {
      const { answer } = await api.send<DocumentReceipt>({
        method: 'POST',
        path: `/api/jobs/${job}/documents`,
        headers: { 'document-name': encodeURIComponent(file.name) },
        body: { kind: 'picture', blob: new Blob([file], { type: 'application/octet-stream' }) },
        key: crypto.randomUUID(),
      })
      setName(file.name)
      return answer
    } catch (error) {
      setFailure(reasonOf(error))
      return undefined
    } finally {
      setIsBusy(false)
    }
  }
  return { upload, name, isBusy, failure }
}
