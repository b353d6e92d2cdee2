/** What a gas can be called aloud, by the word under which its readings come back. */
export type SpokenGas = keyof typeof spokenGases

/** `either`: the same liquid is limited as an explosive and as a poison; the unit tells which was meant. */
export type SpokenKind = 'oxygen' | 'combustible' | 'toxic' | 'either'

type Spoken = {
  readonly kind: SpokenKind
  /** As rulebooks write it; a gas without formula is found by this word itself. */
  readonly formula?: string
  readonly said: readonly string[]
}

/**
 * Sound-alikes stand here only where nothing else can have been meant: 养气 is no other gas, while 本 may be 苯 or the
 * beginning of something else. Words that recognisers write for a gas and for an everyday word are left out.
 */
export const spokenGases = {
  oxygen: {
    kind: 'oxygen',
    formula: 'O2',
    said: ['氧气', '氧', '养气', '氧含量', '氧浓度', '氧气含量', '氧气浓度', 'o2', 'oxygen'],
  },
  combustible: {
    kind: 'combustible',
    said: [
      '可燃气',
      '可燃气体',
      '可燃',
      '可燃性气体',
      '可燃起',
      '可燃器',
      '可然气',
      '可燃物',
      'ex',
      'combustible',
      'combustibles',
      'combustible gas',
      'flammable',
      'flammable gas',
    ],
  },
  methane: { kind: 'combustible', formula: 'CH4', said: ['甲烷', '甲完', 'ch4', 'methane'] },
  hydrogen: { kind: 'combustible', formula: 'H2', said: ['氢气', '氢', 'h2', 'hydrogen'] },
  propane: { kind: 'combustible', formula: 'C3H8', said: ['丙烷', 'c3h8', 'propane'] },
  ethylene: { kind: 'combustible', formula: 'C2H4', said: ['乙烯', 'c2h4', 'ethylene'] },
  gasoline: { kind: 'combustible', said: ['汽油', '油气', 'gasoline', 'petrol'] },
  benzene: { kind: 'either', formula: 'C6H6', said: ['苯', '苯蒸气', 'c6h6', 'benzene'] },
  toluene: { kind: 'either', formula: 'C7H8', said: ['甲苯', 'c7h8', 'toluene'] },
  methanol: { kind: 'either', formula: 'CH3OH', said: ['甲醇', 'ch3oh', 'methanol'] },
  co: { kind: 'toxic', formula: 'CO', said: ['一氧化碳', '一氧化炭', '幺氧化碳', 'co', 'carbon monoxide'] },
  h2s: {
    kind: 'toxic',
    formula: 'H2S',
    said: ['硫化氢', '流化氢', '硫化轻', '硫化青', 'h2s', 'hydrogen sulphide', 'hydrogen sulfide'],
  },
  nh3: { kind: 'toxic', formula: 'NH3', said: ['氨气', '氨', 'nh3', 'ammonia'] },
  cl2: { kind: 'toxic', formula: 'Cl2', said: ['氯气', '氯', '绿气', 'cl2', 'chlorine'] },
  so2: { kind: 'toxic', formula: 'SO2', said: ['二氧化硫', 'so2', 'sulphur dioxide', 'sulfur dioxide'] },
} as const satisfies { readonly [gas: string]: Spoken }

export const kindOfSpoken = (gas: SpokenGas): SpokenKind => spokenGases[gas].kind

export const formulaOfSpoken = (gas: SpokenGas): string | undefined => {
  const spoken: Spoken = spokenGases[gas]
  return spoken.formula
}
