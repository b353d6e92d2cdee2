import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { useWords } from '../../session/language.tsx'
import { useKeepRow } from '../../session/registers/use-keep-row.ts'
import { FileDrop } from '../../ui/desk/file-drop.tsx'
import { SideDrawer } from '../../ui/desk/side-drawer.tsx'
import css from './calendar.module.css'
import { ListPreview } from './list-preview.tsx'
import { useListReading } from './use-list-reading.ts'

const megabytesMax = 1

/** Takes in a whole year: pasted or from a table, looked at beside what stands, and then all of it at once. */
export const ListDrawer = ({ onClose }: { onClose: () => void }) => {
  const { calendar } = useWords()
  const words = calendar.list
  const [text, setText] = useState('')
  const { reading, fault, isReading, read, forget } = useListReading()
  const { keep, faults, failed, isSending } = useKeepRow(['jobs', 'calendar'], onClose)
  const changed = reading?.days.filter(({ isSame }) => !isSame) ?? []
  const isFit = reading !== undefined && reading.faults.length === 0 && changed.length > 0
  const take = (): void =>
    void keep('/api/calendar', {
      days: changed.map(({ day, kind, name, isProvisional, seenVersion }) => ({
        day,
        kind,
        name,
        isProvisional,
        seenVersion,
      })),
    })
  return (
    <SideDrawer open width={720} title={words.title} onClose={onClose}>
      <div className={css.drawer}>
        <p>{words.how}</p>
        <Input.TextArea
          aria-label={words.paste}
          placeholder={words.example}
          rows={6}
          value={text}
          onChange={({ target }) => {
            setText(target.value)
            forget()
          }}
        />
        <div className={css.actions}>
          <Button
            disabled={text.trim() === ''}
            loading={isReading}
            onClick={() => void read(new Blob([text]), 'pasted.txt')}
          >
            {words.read}
          </Button>
        </div>
        <FileDrop
          title={words.drop}
          note={words.dropNote}
          endings={['.xlsx', '.csv']}
          megabytesMax={megabytesMax}
          onFiles={([file]) => file && void read(file, file.name)}
        />
        {fault !== undefined && <Alert type="error" showIcon title={fault} />}
        {reading && <ListPreview reading={reading} />}
        {Object.keys(faults).length > 0 && <Alert type="error" showIcon title={calendar.day.overtaken} />}
        {failed !== undefined && <Alert type="error" showIcon title={failed} />}
        {isFit && (
          <Button type="primary" loading={isSending} onClick={take}>
            {words.take(changed.length)}
          </Button>
        )}
      </div>
    </SideDrawer>
  )
}
