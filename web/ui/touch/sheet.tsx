import { useEffect, useRef, type ReactNode } from 'react'
import { Icon } from '../icons/icon.tsx'
import { useUi } from '../ui-context.tsx'
import css from './sheet.module.css'

/** Comes up from the lower edge for one choice or one short form. Esc, the cross and the ground around it close it. */
export const Sheet = ({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) => {
  const { words } = useUi()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])

  return (
    <dialog
      ref={dialog}
      className={css.sheet}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className={css.inside}>
        <header className={css.head}>
          <h2 className={css.title}>{title}</h2>
          <button type="button" className={css.close} onClick={onClose} aria-label={words.sheet.close}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
