import { useQuery, useQueryClient } from '@tanstack/react-query'
import { FirstRunPage } from './first-run-page.tsx'
import { useServices } from './services.tsx'
import { SignInPage } from './sign-in-page.tsx'

const setupKey = ['setup'] as const

/** Before anybody is signed in: the sign-in, or on an empty installation the page that creates its administrator. */
export const Entrance = () => {
  const { api } = useServices()
  const queries = useQueryClient()
  const { data, isPending } = useQuery({
    queryKey: setupKey,
    queryFn: () => api.read<{ readonly isNeeded: boolean }>('/api/setup'),
    staleTime: Infinity,
  })
  if (isPending) return null
  return data?.isNeeded === true ? (
    <FirstRunPage onDone={() => queries.setQueryData(setupKey, { isNeeded: false })} />
  ) : (
    <SignInPage />
  )
}
