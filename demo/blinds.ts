import type { Blind } from '#core/blinds/blind.ts'
import { id } from '#core/ids.ts'

const pipes = [
  {
    pipe: 'LS-201',
    name: '低压蒸汽线 LS-201',
    medium: '低压蒸汽',
    material: 'Q345R',
    specification: 'DN150 PN16，厚 12 mm',
  },
  {
    pipe: 'N2-110',
    name: '氮气线 N2-110',
    medium: '氮气',
    material: '06Cr19Ni10',
    specification: 'DN80 PN16，厚 8 mm',
  },
  {
    pipe: 'CW-305',
    name: '冷凝液线 CW-305',
    medium: '冷凝液',
    material: 'Q345R',
    specification: 'DN100 PN16，厚 10 mm',
  },
] as const

export type DemoBlind = Blind & { readonly pipeName: string; readonly isInstalled: boolean }

/** Two blinds on each pipe of each rack; every second one is installed and waits to be taken out. */
export const demoBlinds: readonly DemoBlind[] = ['pipe-rack-west', 'pipe-rack-east'].flatMap((place, rack) =>
  pipes.flatMap(({ pipe, name, medium, material, specification }, at) =>
    [1, 2].map((one) => {
      const count = String(rack * 6 + at * 2 + one).padStart(3, '0')
      return {
        number: `MB-${count}`,
        place: id<Blind['place']>(place),
        pipe: rack === 0 ? pipe : `${pipe}E`,
        pipeName: name,
        medium,
        temperatureCelsius: 40,
        pressureMpa: 0.6,
        material,
        specification,
        mapNumber: `MBT-2026-04-${count}`,
        isInstalled: one === 2,
      }
    }),
  ),
)
