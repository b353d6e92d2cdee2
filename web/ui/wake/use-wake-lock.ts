import { useEffect } from 'react'

/**
 * Keeps the screen awake while `wanted`: a locked phone shows no countdown and takes no picture. The browser drops the lock whenever the
 * page is hidden, so it is asked for again when the page comes back. A phone that refuses (low battery) works on without.
 */
export const useWakeLock = (wanted: boolean): void => {
  useEffect(() => {
    if (!wanted || !('wakeLock' in navigator)) return
    let lock: WakeLockSentinel | undefined
    let ended = false

    const ask = async () => {
      if (document.visibilityState !== 'visible') return
      try {
        const granted = await navigator.wakeLock.request('screen')
        if (ended) await granted.release()
        else lock = granted
      } catch {
        lock = undefined
      }
    }
    void ask()
    document.addEventListener('visibilitychange', ask)
    return () => {
      ended = true
      document.removeEventListener('visibilitychange', ask)
      void lock?.release()
    }
  }, [wanted])
}
