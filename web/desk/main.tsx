import { startEntry } from '../session/start-entry.tsx'
import { DeskShell } from './desk-shell.tsx'

/** Whoever opens the plain address on a phone means the phone's pages; a link to a page of the desk stays what it is. */
const isPhone = matchMedia('(max-width: 700px) and (pointer: coarse)').matches

if (isPhone && location.pathname === '/') location.replace('/field/')
else void startEntry(<DeskShell />)
