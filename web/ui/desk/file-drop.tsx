import { useId, useRef, useState, type DragEvent } from 'react'
import { Icon } from '../icons/icon.tsx'
import { useUi } from '../ui-context.tsx'
import css from './file-drop.module.css'

/** Takes files by drop or by choice. `endings` like `.xlsx`; what does not fit is named with its reason and the rest goes on. */
export const FileDrop = ({
  title,
  note,
  endings,
  megabytesMax,
  onFiles,
}: {
  title: string
  note: string
  endings: readonly string[]
  megabytesMax: number
  onFiles: (files: readonly File[]) => void
}) => {
  const { words } = useUi()
  const inputId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const [faults, setFaults] = useState<readonly string[]>([])

  const faultOf = (file: File): string | undefined => {
    if (!endings.some((ending) => file.name.toLowerCase().endsWith(ending))) return words.files.refusedKind(file.name)
    if (file.size > megabytesMax * 1_000_000) return words.files.refusedSize(file.name, megabytesMax)
    return undefined
  }
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])]
    const good = files.filter((file) => faultOf(file) === undefined)
    setFaults(files.flatMap((file) => faultOf(file) ?? []))
    if (good.length > 0) onFiles(good)
    // The same file may be chosen again after it was mended.
    if (input.current) input.current.value = ''
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    take(event.dataTransfer.files)
  }

  return (
    <div
      className={css.drop}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <Icon name="upload" size={32} />
      <p className={css.title}>{title}</p>
      <p className={css.note}>{note}</p>
      <label htmlFor={inputId} className={css.choose}>
        {words.files.choose}
        <input
          ref={input}
          id={inputId}
          className="visually-hidden"
          type="file"
          multiple
          accept={endings.join(',')}
          onChange={(event) => take(event.target.files)}
        />
      </label>
      <ul className={css.faults} role="alert">
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </div>
  )
}
