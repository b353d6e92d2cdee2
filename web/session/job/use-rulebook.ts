import type { UseQueryResult } from '@tanstack/react-query'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { useRead } from '../use-read.ts'

/** The rules in force, as the server runs them. */
export const useRulebook = (): UseQueryResult<Rulebook> => useRead<Rulebook>(['rulebook'], '/api/rulebook')
