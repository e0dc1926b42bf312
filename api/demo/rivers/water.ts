/** What the water was like in the last twelve months: each station's own figures as the latest, and those before around them. */
import type { Demo, DemoFeature } from '#geodata/county/demo.ts'
import { type Random, randomStream } from '#geodata/county/geometry/random.ts'
import { addDays, periodOf } from '#geodata/rivers/calendar.ts'
import { WATER_LIMITS, type WaterFactor } from '#geodata/rivers/water_class.ts'
import type { Transaction } from '../../database/database.ts'
import { identifier, join, sql } from '../../database/sql.ts'

const MONTHS = 12
const SOURCES = { section: '县生态环境监测站月报', automatic: '水质自动站月均值' } as const
const FACTORS = WATER_LIMITS.map(({ factor }) => factor)
const NAMES = join(FACTORS.map((factor) => identifier(factor)))
const TYPED = join(FACTORS.map((factor) => sql`${identifier(factor)} float8`))

/** By month from January: cold water holds more oxygen, and the first rains of summer bring what lies on the fields. */
const OXYGEN = [1.14, 1.12, 1.06, 1, 0.95, 0.9, 0.87, 0.88, 0.94, 1, 1.06, 1.12]
const LOAD = [0.96, 1.02, 1.03, 1, 1.02, 1.1, 1.16, 1.08, 0.98, 0.94, 0.94, 0.95]

export async function storeWaterSamples(transaction: Transaction, demo: Demo, today: string): Promise<void> {
  const stations = demo.features.monitoring_stations ?? []
  const rows = stations.flatMap((station) => samplesOf(station, today))
  await transaction.query(sql`
    insert into water_samples (station_id, sampled_on, source, account_name, recorded_at, ${NAMES})
    select station.id, given.sampled_on, source, '县河长办', recorded_at, ${join(FACTORS.map((factor) => identifier('given', factor)))}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (code text, sampled_on date, source text, recorded_at timestamptz, ${TYPED})
    join monitoring_stations as station on station.code = given.code
    order by station.id, given.sampled_on`)
  // What the map says of a station is its latest sample.
  await transaction.query(sql`
    update monitoring_stations set sampled_on = latest.sampled_on
    from (select station_id, max(sampled_on) as sampled_on from water_samples group by station_id) as latest
    where latest.station_id = monitoring_stations.id`)
}

function samplesOf({ properties }: DemoFeature, today: string) {
  const random = randomStream(`water at ${properties.code}`)
  const source = properties.kind === 'automatic' ? SOURCES.automatic : SOURCES.section
  const dayOfMonth = random.integer(3, 7)
  const last = addDays(periodOf(today, 'month').first, -1)
  const samples = []
  for (let [month, number] = [periodOf(last, 'month'), 0]; number < MONTHS; number++) {
    const sampled_on = properties.kind === 'automatic' ? month.last : addDays(month.first, dayOfMonth)
    const recorded_at = `${addDays(month.last, 4)}T09:30:00+08:00`
    const values =
      number === 0
        ? (factor: string) => Number(properties[factor] ?? Number.NaN) || null
        : earlier(properties, sampled_on, random)
    const measured = Object.fromEntries(FACTORS.map((factor) => [factor, values(factor)])) as Readonly<
      Record<WaterFactor, number | null>
    >
    samples.push({
      code: properties.code,
      sampled_on,
      source,
      recorded_at: recorded_at < `${today}T00` ? recorded_at : `${today}T00:00:00+08:00`,
      ...measured,
    })
    month = periodOf(addDays(month.first, -1), 'month')
  }
  return samples.filter((sample) => FACTORS.some((factor) => sample[factor] !== null))
}

function earlier(properties: DemoFeature['properties'], day: string, random: Random) {
  const month = Number(day.slice(5, 7)) - 1
  const worse = random.lognormal(0.1)
  return (factor: string): number | null => {
    const value = properties[factor]
    if (typeof value !== 'number') return null
    const isOxygen = factor === 'dissolved_oxygen_mg_l'
    const share = (isOxygen ? OXYGEN[month]! / worse : LOAD[month]! * worse) * random.lognormal(0.05)
    return Number((value * share).toPrecision(2))
  }
}
