import { id, type PlantId } from '#core/ids.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'
import { writeFeedSettings } from '#server/feed/feed-settings.ts'
import { writeWeatherFeed } from '#server/weather/feed-rows.ts'
import { dayMs, minuteMs, type EpochMs } from '#core/time/epoch.ts'
import { hashPassword } from '#server/session/password.ts'
import type { Database, Tx } from '#server/store/database.ts'
import { authoritiesOfPerson, demoAccounts, demoPassword, demoPin, holderOf } from './accounts.ts'
import { createFiles, shiftDays } from './credentials.ts'
import { demoPlaces, equipmentOf, southPlaces, sourcesOf, type DemoPlace } from './places.ts'
import { demoCalendar } from './calendar.ts'
import { camerasOf } from './cameras.ts'
import { isolationPointsOf } from './isolation-points.ts'
import { demoBlinds } from './blinds.ts'
import { demoLibrary } from './risk-library.ts'
import { units } from './plant-structure.ts'
import { demoMatrix } from './position-matrix.ts'
import { createSouthRoster } from './south-roster.ts'
import { createRoster, type Roster, type RosterPerson } from './roster.ts'

export const demoPlant = id<PlantId>('farbridge')
export const southPlant = id<PlantId>('farbridge-south')
export const timeZone = 'Asia/Shanghai'
/** Where the demo's own values come from. */
const provenance = { system: 'demo' }

/** The fictional group's plants, each with its own people, places and accounts. */
export const demoPlants = [
  { plantId: demoPlant, name: '远桥精细化工', rosterOf: createRoster, places: demoPlaces },
  { plantId: southPlant, name: '远桥精细化工南厂', rosterOf: createSouthRoster, places: southPlaces },
] as const

/**
 * Fills an empty database with the fictional plants: people, their documents, places, equipment and accounts. Does
 * nothing when they are there already.
 */
export const loadDemoPlant = async (database: Database, now: EpochMs): Promise<boolean> => {
  const today = plantClockOf(timeZone).dateOf(now)
  let isNew = false
  for (const { plantId, name, rosterOf, places } of demoPlants) {
    const { rowCount } = await database.plants.query(
      `insert into plants (plant_id, group_id, name, time_zone) values ($1, 'farbridge-group', $2, $3) on conflict do nothing`,
      [plantId, name, timeZone],
    )
    if (rowCount === 0) continue
    isNew = true
    const roster = rosterOf()
    await database.withPlant(plantId, async (tx) => {
      await loadPeople(tx, roster)
      await loadDocuments(tx, roster, today)
      await loadSite(tx, places, today, now)
      await loadAccounts(tx, roster)
      await loadCalendar(tx, now)
      // A code that no register has given out.
      await writeWeatherFeed(tx, { code: plantId, stations: [] })
      await writeFeedSettings(tx, { companyCode: `DEMO-${plantId}`, companyName: name }, { now, by: null })
    })
  }
  return isNew
}

/** One statement for many rows: the columns come as JSON and are read by name. */
export const insertRows = (tx: Tx, table: string, columns: string, rows: readonly object[]): Promise<unknown> => {
  const names = columns
    .split(',')
    .map((column) => column.trim().split(' ')[0])
    .join(', ')
  return tx.query(
    `insert into ${table} (plant_id, ${names}) select $1, ${names} from jsonb_to_recordset($2::jsonb) as r(${columns})`,
    [tx.plantId, JSON.stringify(rows)],
  )
}

/** By nobody's hand, so that the page can say that it came with the demo. */
const loadCalendar = (tx: Tx, now: EpochMs): Promise<unknown> =>
  insertRows(
    tx,
    'calendar_entries',
    'day date, version integer, kind text, name text, is_provisional boolean, changed_at bigint',
    demoCalendar.map(({ day, kind, name, isProvisional }) => ({
      day,
      version: 1,
      kind,
      name,
      is_provisional: isProvisional,
      changed_at: now,
    })),
  )

const loadPeople = async (tx: Tx, roster: Roster): Promise<void> => {
  const { employees, contractors, contractorPeople } = roster
  await insertRows(tx, 'employers', 'employer_id text, name text, kind text', [
    { employer_id: tx.plantId, name: '远桥精细化工', kind: 'own' },
    ...contractors.map(({ key, zh }) => ({ employer_id: key, name: zh, kind: 'contractor' })),
  ])
  const toRow = (person: RosterPerson) => {
    const { number, name, employer, position, team, hiredOn, idNumber } = person
    const unit = employer.kind === 'own' ? employer.unit : employer.contractor
    // Departments and firms as the ledgers call them, so that a ledger finds whom it means.
    const department =
      employer.kind === 'own'
        ? units.find(({ key }) => key === employer.unit)?.zh
        : contractors.find(({ key }) => key === employer.contractor)?.zh
    return {
      person_id: number,
      name,
      employer_id: employer.kind === 'own' ? tx.plantId : employer.contractor,
      department: department ?? unit,
      unit,
      position_id: position,
      shift_team: team,
      authorities: authoritiesOfPerson(person, roster),
      staff_number: number,
      hired_on: hiredOn,
      birth_year: Number(idNumber.slice(6, 10)),
      provenance: { '*': provenance },
    }
  }
  await insertRows(
    tx,
    'people',
    'person_id text, name text, employer_id text, department text, unit text, position_id text, shift_team text, authorities text[], staff_number text, hired_on date, birth_year smallint, provenance jsonb',
    [...employees, ...contractorPeople].map(toRow),
  )
}

const loadDocuments = async (tx: Tx, roster: Roster, today: string): Promise<void> => {
  const files = createFiles(roster, today)
  const checked = { official: 'confirmed', official_checked_on: shiftDays(today, -2), provenance, holder: 'match' }
  await insertRows(
    tx,
    'credentials',
    'credential_id text, person_id text, category text, holder text, valid_from date, valid_through date, review_due date, official text, official_checked_on date, provenance jsonb',
    [
      ...files.certificates.map(({ person, category, issuedOn, validThrough, reviewDue }) => ({
        credential_id: `${person.number}.${category}`,
        person_id: person.number,
        category,
        valid_from: issuedOn,
        valid_through: validThrough,
        review_due: reviewDue ?? null,
        ...checked,
      })),
      ...files.trainings.map(({ person, category, completedOn, validThrough }) => ({
        credential_id: `${person.number}.${category}`,
        person_id: person.number,
        category,
        valid_from: completedOn,
        valid_through: validThrough,
        review_due: null,
        ...checked,
      })),
    ],
  )
  await insertRows(
    tx,
    'medicals',
    'person_id text, verdict text, restrictions text[], valid_through date, systolic_mm_hg integer, diastolic_mm_hg integer, measured_on date, follow_up_due date, updated_on date, provenance jsonb',
    files.medicals.map(
      ({ person, verdict, restrictions, validThrough, systolicMmHg, diastolicMmHg, examinedOn, followUpDue }) => ({
        person_id: person.number,
        verdict,
        restrictions,
        valid_through: validThrough,
        systolic_mm_hg: systolicMmHg,
        diastolic_mm_hg: diastolicMmHg,
        measured_on: examinedOn,
        follow_up_due: followUpDue ?? null,
        updated_on: examinedOn,
        provenance,
      }),
    ),
  )
}

const loadSite = async (tx: Tx, places: readonly DemoPlace[], today: string, now: EpochMs): Promise<void> => {
  await insertRows(
    tx,
    'matrix_rows',
    'position_id text, operation_id text, level_id text',
    Object.entries(demoMatrix).flatMap(([position_id, operations]) =>
      Object.entries(operations).map(([operation_id, level_id]) => ({ position_id, operation_id, level_id })),
    ),
  )
  await insertRows(
    tx,
    'places',
    'place_id text, name text, facts jsonb',
    places.map(({ id: place_id, name, facts }) => ({ place_id, name, facts })),
  )
  await insertRows(
    tx,
    'equipment',
    'equipment_id text, kind text, name text, facts jsonb',
    [
      ...equipmentOf(places),
      ...sourcesOf(places).map((one) => ({ ...one, kind: 'source' as const, facts: {} })),
      ...camerasOf(places).map((one) => ({ ...one, kind: 'camera' as const, facts: {} })),
    ].map(({ id: equipment_id, kind, name, facts }) => ({
      equipment_id,
      kind,
      name,
      facts:
        'calibratedForDays' in facts
          ? { gases: facts.gases, calibratedThrough: shiftDays(today, facts.calibratedForDays) }
          : facts,
    })),
  )
  await insertRows(
    tx,
    'sources',
    'source_id text, kind text, places text[], heard_at bigint',
    sourcesOf(places).map(({ id: source_id, kind, watches, silentMinutes }) => ({
      source_id,
      kind,
      places: watches,
      heard_at: now - silentMinutes * minuteMs,
    })),
  )
  await insertRows(
    tx,
    'isolation_points',
    'point_id text, place_id text, number text, name text, kind text, energy text, always_for text[]',
    isolationPointsOf(places),
  )
  await loadCameras(tx, places, now)
  await loadBlinds(tx, places, now)
  await loadRisks(tx, now)
  await tx.query(
    'insert into weather_readings (plant_id, observed_at, wind_force, sky, recorded_at) values ($1, $2, 2, array[]::text[], $2)',
    [tx.plantId, now],
  )
}

/** Recorders report every minute; they did a moment ago. */
const loadCameras = async (tx: Tx, places: readonly DemoPlace[], now: EpochMs): Promise<void> => {
  const cameras = camerasOf(places)
  await insertRows(
    tx,
    'cameras',
    'camera_id text, address text, explosion_rating text, places text[], has_recorder boolean, heard_at bigint',
    cameras.map(({ id: camera_id, address, explosionRating, places: shown, hasRecorder, state }) => ({
      camera_id,
      address,
      explosion_rating: explosionRating,
      places: shown,
      has_recorder: hasRecorder,
      heard_at: hasRecorder && state === 'in-service' ? now : null,
    })),
  )
  await insertRows(
    tx,
    'camera_states',
    'camera_id text, version integer, state text, note text, stated_by text, occurred_at bigint',
    cameras.map(({ id: camera_id, state, note }) => ({
      camera_id,
      version: 1,
      state,
      note,
      stated_by: createRoster().cast['hse-manager'].number,
      occurred_at: now - (state === 'faulty' ? 2 : 120) * dayMs,
    })),
  )
}

const loadRisks = async (tx: Tx, now: EpochMs): Promise<void> => {
  await insertRows(
    tx,
    'risk_entries',
    'entry_id text, version integer, position integer, operation text, equipment text, area text, step text, hazard text, consequence text, measures text, owner text, changed_at bigint',
    demoLibrary.map(({ id: entry_id, key, ...risk }, i) => ({
      ...risk,
      ...key,
      entry_id,
      position: i + 1,
      changed_at: now - 60 * dayMs,
    })),
  )
}

const loadBlinds = async (tx: Tx, places: readonly DemoPlace[], now: EpochMs): Promise<void> => {
  const here = demoBlinds.filter(({ place }) => places.some(({ id: known }) => known === place))
  await insertRows(
    tx,
    'blinds',
    'number text, place_id text, pipe text, medium text, temperature_celsius numeric, pressure_mpa numeric, material text, specification text, map_number text',
    here.map((blind) => ({
      ...blind,
      place_id: blind.place,
      temperature_celsius: blind.temperatureCelsius,
      pressure_mpa: blind.pressureMpa,
      map_number: blind.mapNumber,
    })),
  )
  await insertRows(
    tx,
    'blind_states',
    'number text, version integer, state text, stated_by text, note text, occurred_at bigint',
    here
      .filter(({ isInstalled }) => isInstalled)
      .map(({ number }) => ({
        number,
        version: 1,
        state: 'installed',
        stated_by: createRoster().cast['hse-manager'].number,
        note: '台账盘点',
        occurred_at: now - 60 * dayMs,
      })),
  )
}

const loadAccounts = async (tx: Tx, roster: Roster): Promise<void> => {
  const password_hash = await hashPassword(demoPassword)
  const pin_hash = await hashPassword(demoPin)
  await insertRows(
    tx,
    'accounts',
    'account_id text, login text, password_hash text, pin_hash text, person_id text, roles text[]',
    demoAccounts.map(({ login, part, roles }) => ({
      account_id: login,
      login,
      password_hash,
      pin_hash: roles.includes('approver') ? pin_hash : null,
      person_id: holderOf(part, roster)?.number ?? null,
      roles,
    })),
  )
}
