import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Segments } from '../../../analysis/Segments.tsx'
import side from '../../../responsibility/side/Side.module.css'
import { type Band, type WantedProposal, WEIGHTS, type Weight } from '../../api/proposals.ts'
import type { PlanDetail } from '../../api/types.ts'
import { useEditor } from '../../editor/editor.ts'
import { bandsOf } from '../../land/band.ts'
import { AreaSelect, useCommunity } from './AreaSelect.tsx'
import { BandFields } from './BandFields.tsx'
import styles from './Propose.module.css'

interface Props {
  readonly plan: PlanDetail
  readonly isWaiting: boolean
  readonly onAsk: (wanted: WantedProposal) => void
  readonly onClose: () => void
}

/** Where nothing else is known: what grids of the lowest level usually have. */
const USUAL: Readonly<Partial<Record<Weight, readonly [number, number]>>> = {
  households: [300, 500],
  population: [900, 1500],
  cells: [10, 16],
}

type Aim = 'band' | 'number'

export function ProposeForm({ plan, isWaiting, onAsk, onClose }: Props) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<WantedProposal['kind']>('rebalance')
  const community = useCommunity()
  // Somebody who has chosen a grid is at work around it.
  const [area, setArea] = useState(community?.startsWith(plan.territory_code) ? community : plan.territory_code)
  const [weight, setWeight] = useState<Weight>('households')
  const [aim, setAim] = useState<Aim>('band')
  const [number, setNumber] = useState('')
  const usual = useUsual(weight)
  const [least, setLeast] = useState<string | null>(null)
  const [most, setMost] = useState<string | null>(null)
  const [fewest, setFewest] = useState('')
  const [mostCells, setMostCells] = useState('')
  const isNumber = kind === 'propose' && aim === 'number'
  const band = bandOf(least ?? usual[0], most ?? usual[1])
  const cells = weight === 'cells' ? undefined : bandOf(fewest, mostCells)
  const grids = /^[1-9]\d*$/.test(number) ? Number(number) : null
  const isRight = cells !== null && (isNumber ? grids !== null : band !== null && (band !== undefined || cells !== undefined))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isRight) onAsk({ kind, area, weight, ...(isNumber ? { grids: grids! } : band && { band }), ...(cells && { cells }) })
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Segments
        label={t('planning.propose.open')}
        value={kind}
        options={(['rebalance', 'propose'] as const).map((value) => ({ value, label: t(`planning.propose.kinds.${value}`) }))}
        onChange={setKind}
      />
      <p>{t(`planning.propose.about.${kind}`)}</p>
      <AreaSelect plan={plan} value={area} onChange={setArea} />
      <label>
        {t('planning.propose.weight')}
        <select
          value={weight}
          onChange={({ target }) => {
            setWeight(target.value as Weight)
            setLeast(null)
            setMost(null)
          }}
        >
          {WEIGHTS.map((value) => (
            <option key={value} value={value}>
              {t(`planning.numbers.${value}`)}
            </option>
          ))}
        </select>
      </label>
      {kind === 'propose' && (
        <Segments
          label={t('planning.propose.aim')}
          value={aim}
          options={(['band', 'number'] as const).map((value) => ({ value, label: t(`planning.propose.aims.${value}`) }))}
          onChange={setAim}
        />
      )}
      {isNumber ? (
        <label>
          {t('planning.propose.number')}
          <input type="number" min={1} value={number} onChange={({ target }) => setNumber(target.value)} />
        </label>
      ) : (
        <BandFields
          legend={t(`planning.numbers.${weight}`)}
          least={least ?? usual[0]}
          most={most ?? usual[1]}
          onLeast={setLeast}
          onMost={setMost}
        />
      )}
      {weight !== 'cells' && (
        <BandFields
          legend={t('planning.propose.cells')}
          least={fewest}
          most={mostCells}
          onLeast={setFewest}
          onMost={setMostCells}
        />
      )}
      <div className={styles.buttons}>
        <button type="submit" className={side.button} data-main="true" disabled={!isRight || isWaiting}>
          {t('planning.propose.run')}
        </button>
        <button type="button" className={side.button} onClick={onClose}>
          {t('planning.form.cancel')}
        </button>
      </div>
    </form>
  )
}

/** Undefined where neither limit is given, null where they make no band. */
function bandOf(least: string, most: string): Band | undefined | null {
  if (least === '' && most === '') return undefined
  const band = { least: Number(least), most: Number(most) }
  return most !== '' && band.least >= 0 && band.most >= Math.max(1, band.least) ? band : null
}

/** The band that the scheme's rules set for grids of cells. */
function useUsual(weight: Weight): readonly [string, string] {
  const session = useEditor((editor) => editor.session)
  const levels = useEditor((editor) => editor.fabric?.schemes.get(editor.session?.scope.scheme ?? '')?.levels ?? 1)
  const band = session && bandsOf(session.land.rules, levels - 1).find(({ measure }) => measure === weight)
  return [String(band?.minimum ?? USUAL[weight]?.[0] ?? ''), String(band?.maximum ?? USUAL[weight]?.[1] ?? '')]
}
