import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cellsOf } from '#geodata/fabric/index.ts'
import { useTerritoryName } from '../../../access/territories.ts'
import { Segments } from '../../../analysis/Segments.tsx'
import side from '../../../responsibility/side/Side.module.css'
import { type WantedProposal, WEIGHTS, type Weight } from '../../api/proposals.ts'
import type { PlanDetail } from '../../api/types.ts'
import { useEditor } from '../../editor/editor.ts'
import { bandsOf } from '../../land/band.ts'
import styles from './Propose.module.css'

interface Props {
  readonly plan: PlanDetail
  readonly isWaiting: boolean
  readonly onAsk: (wanted: WantedProposal) => void
  readonly onClose: () => void
}

/** Where nothing else is known: what grids of the lowest level usually have. */
const USUAL: Readonly<Record<Weight, readonly [number, number]>> = {
  households: [300, 500],
  population: [900, 1500],
  cells: [10, 16],
}

export function ProposeForm({ plan, isWaiting, onAsk, onClose }: Props) {
  const { t } = useTranslation()
  const community = useCommunity()
  const nameOf = useTerritoryName(community ? [community] : [])
  const [kind, setKind] = useState<WantedProposal['kind']>('rebalance')
  const [isWhole, setWhole] = useState(community === null)
  const [weight, setWeight] = useState<Weight>('households')
  const usual = useUsual(weight)
  const [least, setLeast] = useState<string | null>(null)
  const [most, setMost] = useState<string | null>(null)
  const band = { least: Number(least ?? usual[0]), most: Number(most ?? usual[1]) }
  const isRight = band.least >= 0 && band.most >= band.least && band.most > 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isRight) onAsk({ kind, area: isWhole || !community ? plan.territory_code : community, weight, band })
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
      <label>
        {t('planning.propose.area')}
        <select value={isWhole ? 'whole' : 'community'} onChange={({ target }) => setWhole(target.value === 'whole')}>
          <option value="whole">{plan.territory_name}</option>
          {community && <option value="community">{nameOf(community)}</option>}
        </select>
      </label>
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
      <fieldset className={styles.band}>
        <legend>{t('planning.propose.band')}</legend>
        <input
          type="number"
          min={0}
          aria-label={t('planning.propose.least')}
          value={least ?? usual[0]}
          onChange={({ target }) => setLeast(target.value)}
        />
        <span>–</span>
        <input
          type="number"
          min={1}
          aria-label={t('planning.propose.most')}
          value={most ?? usual[1]}
          onChange={({ target }) => setMost(target.value)}
        />
      </fieldset>
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

/** The community of the current grid. */
function useCommunity(): string | null {
  return useEditor(({ fabric, current }) =>
    fabric && current && fabric.grids.has(current) ? (cellsOf(fabric, current)[0]?.community ?? null) : null,
  )
}

/** The band that the scheme's rules set for grids of cells. */
function useUsual(weight: Weight): readonly [number, number] {
  const session = useEditor((editor) => editor.session)
  const levels = useEditor((editor) => editor.fabric?.schemes.get(editor.session?.scope.scheme ?? '')?.levels ?? 1)
  const band = session && bandsOf(session.land.rules, levels - 1).find(({ measure }) => measure === weight)
  return [band?.minimum ?? USUAL[weight][0], band?.maximum ?? USUAL[weight][1]]
}
