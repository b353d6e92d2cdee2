import { useEffect, useRef, useState, type PointerEvent } from 'react'
import { BigButton } from './big-button.tsx'
import css from './signature-pad.module.css'

/** Black on white in every theme: what is drawn is a document, read years later and on paper. */
const pen = { ink: '#111111', paper: '#ffffff', widthPixels: 3 }

/** A finger or a pen draws; the drawing leaves as a PNG. */
export const SignaturePad = ({
  label,
  words,
  disabled = false,
  onUse,
}: {
  label: string
  words: { readonly line: string; readonly again: string; readonly use: string }
  disabled?: boolean
  onUse: (drawing: Blob) => void
}) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isDrawn, setDrawn] = useState(false)
  const clear = () => {
    const board = canvas.current
    const context = board?.getContext('2d')
    if (!board || !context) return
    const scale = Math.max(2, window.devicePixelRatio)
    board.width = Math.round(board.clientWidth * scale)
    board.height = Math.round(board.clientHeight * scale)
    context.scale(scale, scale)
    context.fillStyle = pen.paper
    context.fillRect(0, 0, board.clientWidth, board.clientHeight)
    Object.assign(context, { strokeStyle: pen.ink, lineWidth: pen.widthPixels, lineCap: 'round', lineJoin: 'round' })
    setDrawn(false)
  }
  useEffect(() => {
    const board = canvas.current
    if (!board) return
    // In a sheet the pad has no size before the sheet is open, and a phone that is turned gives it another.
    const watch = new ResizeObserver(clear)
    watch.observe(board)
    return () => watch.disconnect()
  }, [])

  const spot = ({ nativeEvent: { offsetX, offsetY } }: PointerEvent): [number, number] => [offsetX, offsetY]
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const context = event.currentTarget.getContext('2d')
    context?.beginPath()
    context?.moveTo(...spot(event))
  }
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const context = event.currentTarget.getContext('2d')
    context?.lineTo(...spot(event))
    context?.stroke()
    setDrawn(true)
  }
  return (
    <div className={css.pad}>
      <div className={css.frame}>
        <canvas ref={canvas} className={css.canvas} aria-label={label} onPointerDown={begin} onPointerMove={draw} />
        <span className={css.line} aria-hidden>
          {words.line}
        </span>
      </div>
      <BigButton
        kind="primary"
        disabled={disabled || !isDrawn}
        onClick={() => canvas.current?.toBlob((drawing) => drawing && onUse(drawing), 'image/png')}
      >
        {words.use}
      </BigButton>
      <BigButton kind="quiet" disabled={!isDrawn} onClick={clear}>
        {words.again}
      </BigButton>
    </div>
  )
}
