/** Under this name records wait in the outbox; their ordering key is the ticket. */
export const parkCounterpartName = 'park'
