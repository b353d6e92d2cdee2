import { startEntry } from '../session/start-entry.tsx'
import { FieldShell } from './field-shell.tsx'

void startEntry(<FieldShell />)
