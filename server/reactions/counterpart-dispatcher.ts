import type { EpochMs } from '#core/time/epoch.ts'
import { createHrClient } from '../integrations/hr/hr-client.ts'
import { createHrCounterpart, hrCounterpartName } from '../integrations/hr/hr-counterpart.ts'
import { readHrSettings } from '../integrations/hr/hr-settings.ts'
import { createParkClient } from '../integrations/park/park-client.ts'
import { createParkCounterpart, parkCounterpartName } from '../integrations/park/park-counterpart.ts'
import { readParkSettings } from '../integrations/park/park-settings.ts'
import type { Database } from '../store/database.ts'
import { createOutboxDispatcher, type OutboxDispatcher } from './outbox-dispatcher.ts'

type Setup = {
  readonly database: Database
  readonly clock: () => EpochMs
  readonly environment: { readonly [name: string]: string | undefined }
}

/** Where systems that tell local times without a zone stand, unless their own setting says otherwise. */
const timeZoneDefault = 'Asia/Shanghai'

/** The dispatcher with every counterpart that the environment names; for the others messages wait. */
export const createCounterpartDispatcher = ({ database, clock, environment }: Setup): OutboxDispatcher => {
  const hr = readHrSettings(environment, timeZoneDefault)
  const park = readParkSettings(environment)
  return createOutboxDispatcher({
    database,
    clock,
    counterparts: {
      ...(hr === null ? {} : { [hrCounterpartName]: createHrCounterpart(createHrClient(hr, clock)) }),
      ...(park === null ? {} : { [parkCounterpartName]: createParkCounterpart(createParkClient(park)) }),
    },
    onError: (error) => console.error(error),
  })
}
