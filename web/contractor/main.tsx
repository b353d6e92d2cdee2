import { startEntry } from '../session/start-entry.tsx'
import { ContractorShell } from './contractor-shell.tsx'

void startEntry(<ContractorShell />)
