import assert from 'node:assert/strict'
import { test } from 'node:test'
import { id, type EquipmentId, type PlaceId } from '../../ids.ts'
import type { FanFacts } from '../../job/facts.ts'
import { judgeFan } from './judge-fan.ts'

const fan = id<EquipmentId>('fan')
const vessel = id<PlaceId>('vessel')
const facts: FanFacts = { id: fan, ventilates: [vessel], state: 'in-service', revision: '1' }
const codes = (known: FanFacts | undefined, place = vessel) => judgeFan(fan, known, place).map(({ code }) => code)

test('a fan serves the space it is registered for, while it is in service and known', () => {
  assert.deepEqual(codes(facts), [])
  assert.deepEqual(codes(facts, id('another')), ['fan-of-another-space'])
  assert.deepEqual(codes({ ...facts, state: 'out-of-service' }), ['fan-out-of-service'])
  assert.deepEqual(codes(undefined), ['fan-unknown'])
})
