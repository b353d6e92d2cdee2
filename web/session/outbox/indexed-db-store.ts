import type { OutboxEntry } from './entry.ts'
import type { OutboxStore } from './outbox.ts'

const storeName = 'entries'

/**
 * Entries on the phone's own disk. `strict` makes the browser wait for the disk: a picture that is only in some buffer is gone when the
 * battery is. Every call fails loudly where storage is forbidden; the outbox then marks the entry.
 */
export const createIndexedDbStore = (databaseName = 'holdpoint-outbox'): OutboxStore => {
  let opened: Promise<IDBDatabase> | undefined
  const database = () => {
    opened ??= open(databaseName)
    return opened
  }
  const write = async (change: (entries: IDBObjectStore) => void) => {
    const transaction = (await database()).transaction(storeName, 'readwrite', { durability: 'strict' })
    change(transaction.objectStore(storeName))
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = transaction.onerror = () =>
        reject(transaction.error ?? new Error('the write was broken off'))
    })
  }

  return {
    put: (entry) => write((entries) => entries.put(entry)),
    remove: (key) => write((entries) => entries.delete(key)),
    all: async () => {
      const entries = (await database()).transaction(storeName, 'readonly').objectStore(storeName)
      const stored: OutboxEntry[] = await answerOf(entries.getAll())
      return stored.toSorted((a, b) => a.capturedAt - b.capturedAt)
    },
  }
}

const open = (name: string): Promise<IDBDatabase> => {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'key' })
  // Without this a full disk lets the browser clear what it likes.
  void navigator.storage?.persist?.()
  return answerOf(request)
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the phone’s storage did not answer'))
  })
