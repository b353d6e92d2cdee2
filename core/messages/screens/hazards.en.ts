import type { hazardsZhCn } from './hazards.zh-cn.ts'

export const hazardsEn: typeof hazardsZhCn = {
  'hot-work': [
    {
      hazard: 'Sparks light what burns nearby',
      consequence: 'Fire',
      measures: 'Clear 15 m around, cover drains and holes, lay fire blankets, keep extinguishers ready',
    },
    {
      hazard: 'Flammables left inside equipment or lines',
      consequence: 'Explosion',
      measures: 'Break or blind the lines, purge, test within 30 minutes before the work',
    },
    {
      hazard: 'Hot slag flies',
      consequence: 'Burns',
      measures: 'Wear shield and gloves, catch the sparks, keep people away below',
    },
    {
      hazard: 'The welding set leaks current',
      consequence: 'Electric shock',
      measures: 'Earth the set, use sound cables, stand on an insulating mat where it is wet',
    },
  ],
  'confined-space': [
    {
      hazard: 'Lack of oxygen or toxic gas',
      consequence: 'Suffocation, poisoning',
      measures: 'Force ventilation, test at three heights, carry a detector that measures all the time',
    },
    {
      hazard: 'Medium flows in',
      consequence: 'Poisoning, drowning',
      measures: 'Blind and tag the lines; one person owns the blinds',
    },
    {
      hazard: 'The agitator is started by mistake',
      consequence: 'Crushing',
      measures: 'Switch off, lock and tag; the guardian keeps the key',
    },
    {
      hazard: 'The way out is blocked',
      consequence: 'Rescue comes too late',
      measures: 'Keep the manhole free, tripod and lifeline ready, two people outside',
    },
  ],
  blinding: [
    {
      hazard: 'Medium sprays when the flange opens',
      consequence: 'Poisoning, burns',
      measures: 'Make sure of zero pressure, stand upwind, wear breathing apparatus and a shield',
    },
    {
      hazard: 'A blind is put in wrong or left in',
      consequence: 'Media mix',
      measures: 'Number the blinds on the drawing; picture and sign each one in and out',
    },
  ],
  'work-at-height': [
    {
      hazard: 'Somebody falls',
      consequence: 'Injury, death',
      measures: 'Full harness hooked above, guard rails at edges',
    },
    { hazard: 'Tools or material fall', consequence: 'Struck people', measures: 'Tie the tools, cordon off below' },
  ],
  lifting: [
    {
      hazard: 'The load falls or swings',
      consequence: 'Injury, death',
      measures: 'Check the slings, use tag lines, nobody under load or boom',
    },
    {
      hazard: 'The crane tips over',
      consequence: 'Injury, damage',
      measures: 'Firm ground under the outriggers, keep to the load chart, stop in strong wind',
    },
  ],
  'temporary-power': [
    {
      hazard: 'A cable leaks current',
      consequence: 'Electric shock',
      measures: 'One switch and one breaker per machine, cables hung or in pipes',
    },
    {
      hazard: 'Ordinary devices in an explosive zone',
      consequence: 'Explosion',
      measures: 'Use explosion-proof devices, test for gas before switching on',
    },
  ],
  excavation: [
    {
      hazard: 'A buried cable or pipe is cut',
      consequence: 'Shock, leak',
      measures: 'Check the drawings, dig trial holes by hand, collect every countersignature',
    },
    {
      hazard: 'The wall of the pit collapses',
      consequence: 'Burial',
      measures: 'Slope or shore by the soil, keep the spoil 1 m from the edge',
    },
  ],
  'road-closing': [
    {
      hazard: 'A vehicle drives into the closed part',
      consequence: 'Vehicle injury',
      measures: 'Barriers, warning lights and detour signs, somebody directs the traffic',
    },
    {
      hazard: 'The fire engine cannot pass',
      consequence: 'Rescue comes late',
      measures: 'Tell fire brigade and dispatch, mark the detour',
    },
  ],
}
