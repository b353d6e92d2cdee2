import { startEntry } from '../session/start-entry.tsx'
import { DeskShell } from './desk-shell.tsx'

void startEntry(<DeskShell />)
