import { id } from '../ids.ts'
import { noon } from '../job/examples.ts'
import type { Camera } from './camera.ts'

/** A camera on a tripod with a memory of its own, fit for zone 1. */
export const camera = (change: Partial<Camera> = {}): Camera => ({
  id: id('camera-1'),
  state: 'in-service',
  since: noon,
  explosionRating: 'Ex db IIC T6 Gb',
  recorder: null,
  revision: 'camera:camera-1@1',
  ...change,
})
