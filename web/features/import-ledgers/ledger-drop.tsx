import { Alert, Spin } from 'antd'
import { useWords } from '../../session/language.tsx'
import { FileDrop } from '../../ui/desk/file-drop.tsx'

const ledgerEndings = ['.xlsx', '.xlsm', '.csv', '.txt', '.tsv', '.xls'] as const
/** The server's own limit decides; this one only saves a long upload. */
const megabytesMax = 64

/** Takes ledgers; the one on its way is named, and so is every one that cannot be read. */
export const LedgerDrop = ({
  now,
  faults,
  onFiles,
}: {
  now: string | undefined
  faults: readonly string[]
  onFiles: (files: readonly File[]) => void
}) => {
  const { imports: words } = useWords()
  return (
    <Spin spinning={now !== undefined} description={now === undefined ? '' : words.uploading(now)}>
      <FileDrop
        title={words.dropTitle}
        note={words.dropNote}
        endings={ledgerEndings}
        megabytesMax={megabytesMax}
        onFiles={onFiles}
      />
      {faults.map((fault) => (
        <Alert key={fault} type="warning" showIcon title={fault} style={{ marginTop: 12 }} />
      ))}
    </Spin>
  )
}
