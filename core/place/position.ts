/** A position in WGS-84 (CGCS2000 differs by centimetres). Without an accuracy it proves nothing and is not accepted. */
export type Position = {
  readonly latitude: number
  readonly longitude: number
  readonly accuracyMetres: number
}

/** A fence is a ring of [longitude, latitude], as in GeoJSON, first point not repeated. */
export type Ring = readonly (readonly [number, number])[]

/** `inside` and `outside` only where the accuracy leaves no doubt; everything else is `unclear`. */
export type FenceVerdict = { readonly verdict: 'inside' | 'outside' | 'unclear'; readonly distanceMetres: number }

const earthRadiusMetres = 6_371_008.8
const radians = (degrees: number): number => (degrees * Math.PI) / 180

type Point = { readonly x: number; readonly y: number }

/** Metres east and north of `origin`; flat-earth error is below a millimetre at plant size. */
const toMetres = (longitude: number, latitude: number, origin: Position): Point => ({
  x: radians(longitude - origin.longitude) * Math.cos(radians(origin.latitude)) * earthRadiusMetres,
  y: radians(latitude - origin.latitude) * earthRadiusMetres,
})

export const distanceMetres = (a: Position, b: Position): number => {
  const { x, y } = toMetres(b.longitude, b.latitude, a)
  return Math.hypot(x, y)
}

/** Distance from the position to the ring; 0 inside it. A ring of fewer than three points is no area and throws. */
export const distanceToRingMetres = (position: Position, ring: Ring): number => {
  if (ring.length < 3) throw new RangeError('a fence needs at least three points')
  const points = ring.map(([longitude, latitude]) => toMetres(longitude, latitude, position))
  if (surroundsOrigin(points)) return 0
  return Math.min(
    ...points.map((point, i) => distanceOfOriginToSegment(point, points[(i + 1) % points.length] ?? point)),
  )
}

/**
 * Judges a position against a fence widened by `withinMetres`. The accuracy counts against the one who claims: a circle
 * of doubt that crosses the border is `unclear`, neither in nor out.
 */
export const judgeFence = (position: Position, ring: Ring, withinMetres: number): FenceVerdict => {
  const distance = distanceToRingMetres(position, ring)
  if (!(position.accuracyMetres >= 0)) return { verdict: 'unclear', distanceMetres: distance }
  if (distance + position.accuracyMetres <= withinMetres) return { verdict: 'inside', distanceMetres: distance }
  if (distance - position.accuracyMetres > withinMetres) return { verdict: 'outside', distanceMetres: distance }
  return { verdict: 'unclear', distanceMetres: distance }
}

/** Ray casting, seen from the origin. */
const surroundsOrigin = (points: readonly Point[]): boolean => {
  let inside = false
  points.forEach((a, i) => {
    const b = points[(i + 1) % points.length] ?? a
    if (a.y > 0 !== b.y > 0 && (b.x - a.x) * (-a.y / (b.y - a.y)) + a.x > 0) inside = !inside
  })
  return inside
}

const distanceOfOriginToSegment = (a: Point, b: Point): number => {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const lengthSquared = dx * dx + dy * dy
  const along = lengthSquared === 0 ? 0 : Math.min(1, Math.max(0, -(a.x * dx + a.y * dy) / lengthSquared))
  return Math.hypot(a.x + along * dx, a.y + along * dy)
}

/** The gap between two fences; 0 where they touch, cross or one contains the other. */
export const distanceBetweenRingsMetres = (a: Ring, b: Ring): number => {
  if (ringsCross(a, b)) return 0
  const fromCorners = (corners: Ring, ring: Ring): number =>
    Math.min(
      ...corners.map(([longitude, latitude]) => distanceToRingMetres({ latitude, longitude, accuracyMetres: 0 }, ring)),
    )
  return Math.min(fromCorners(a, b), fromCorners(b, a))
}

/** Two fences may cross with no corner of either inside the other: a pipe rack over a road. */
const ringsCross = (a: Ring, b: Ring): boolean => {
  const [longitude = 0, latitude = 0] = a[0] ?? []
  const toPoints = (ring: Ring): readonly Point[] =>
    ring.map(([east, north]) => toMetres(east, north, { latitude, longitude, accuracyMetres: 0 }))
  const others = edgesOf(toPoints(b))
  return edgesOf(toPoints(a)).some((edge) => others.some((other) => edgesCross(edge, other)))
}

type Edge = { readonly from: Point; readonly to: Point }

const edgesOf = (points: readonly Point[]): readonly Edge[] =>
  points.map((from, i) => ({ from, to: points[(i + 1) % points.length] ?? from }))

const edgesCross = (a: Edge, b: Edge): boolean =>
  sideOf(a, b.from) * sideOf(a, b.to) < 0 && sideOf(b, a.from) * sideOf(b, a.to) < 0

/** Positive to the left of the edge, negative to the right. */
const sideOf = ({ from, to }: Edge, { x, y }: Point): number =>
  (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x)
