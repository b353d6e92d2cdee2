import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useServices } from './services.tsx'

/**
 * Reads a resource and keeps it fresh. The first part of the key is the live topic it depends on (`['jobs', id]` is read anew when the
 * server says that `jobs` changed); the type is the contract's. `path` undefined waits.
 */
export const useRead = <T>(
  key: readonly [topic: string, ...rest: readonly unknown[]],
  path: string | undefined,
): UseQueryResult<T> => {
  const { api } = useServices()
  return useQuery({
    queryKey: key,
    enabled: path !== undefined,
    queryFn: ({ signal }) => api.read<T>(path ?? '', signal),
  })
}
