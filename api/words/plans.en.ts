import type { UnreadableFile } from '../imports/refusal.ts'
import { say, wordsIn } from '../imports/words/index.ts'
import type { plansZhCN } from './plans.zh-CN.ts'

export const plansEn: typeof plansZhCN = {
  plan_place_unknown: () => 'There is no such scheme, or no such county, town or community.',
  plan_without_cells: () => 'There are no unit cells in this area, so no grids can be drawn. Import unit cells first.',
  land_not_coverage: () =>
    'The unit cells of this area overlap or leave gaps, so no plan can stand on them. Mend the data first.',
  square_invalid: ({ name }) => `${name} must be a whole number from 0 to 9999.`,
  plan_state: ({ state }) => `The plan is “${state}” now; this can't be done with it.`,
  plan_own: () => 'A plan of your own has to be reviewed by somebody else.',
  plan_conflicts: ({ count }) => `Steps in conflict with what has been published: ${count}. Settle them first.`,
  plan_findings: ({ count }) => `Findings against the rules: ${count}. Mend them, or record an exception with its reason.`,
  plan_empty: () => 'The plan changes no grid.',
  edit_refused: ({ reason }) => `This step can't be done (${reason}).`,
  edits_invalid: () => 'edits must be 1 to 5000 edits.',
  nothing_to_undo: () => 'There is no step to undo.',
  nothing_to_redo: () => 'There is no step to redo.',
  step_not_found: () => 'There is no such step.',
  codes_exhausted: ({ prefix }) => `All three-digit numbers under ${prefix} are used up, so no new code can be given.`,
  effective_too_early: ({ earliest }) => `The effective date can't be before ${earliest}.`,
  effective_missing: () => 'Give an effective date.',
  proof_failed: ({ count }) => `The database's own check failed in ${count} places. Nothing has been published.`,
  scheme_taken: () => 'There is a scheme of this id already.',
  scheme_in_use: ({ published, plans, assignments, case_kinds }) => {
    const reasons = [
      ...(published > 0 ? [`plans published in it: ${published}`] : []),
      ...(plans > 0 ? [`plans not yet published or withdrawn: ${plans}`] : []),
      ...(assignments > 0 ? [`records of who is responsible for its grids: ${assignments}`] : []),
      ...(case_kinds > 0 ? [`kinds of cases handed to the people of its grids: ${case_kinds}`] : []),
    ]
    return `This scheme can't be deleted: ${reasons.join('; ')}.`
  },
  levels_exhausted: ({ maximum }) => `A scheme has at most ${maximum} levels.`,
  proposals_busy: () => 'Other divisions are being computed. Try again in a moment.',
  cells_present: () => 'This area has unit cells already; none can be made from grids.',
  grids_missing: () => 'The scheme has no grids of its lowest level in this area. Import grids first.',
  grids_present: () =>
    'This scheme has grids in the area already. To change them, make a plan; to keep another set beside them, make a new scheme first.',
  cells_missing: () => 'There are no unit cells in this area for a table to name. Import grids with their shapes first.',
  areas_missing: () =>
    'The county is on the map, but no communities are in this area. Import the borders of the communities first.',
  communities_unknown: () =>
    'For a whole county without borders of communities, the community column must hold the 12-digit codes of communities in it.',
  file_without_areas: () => 'The file holds no areas that can be used.',
  far_from_zone: ({ count }: { count: number }) =>
    `${count} rows lie too far from the others to be on one zone. Check the coordinate system.`,
  geodata_unreadable: ({ format, detail }: UnreadableFile) => say(wordsIn('en').formats[format], detail),
  preview_outdated: () => 'The data has changed since the preview, and so has the result. Preview again.',
  site_outside: () => 'A key site has to lie wholly inside one grid of class A.',
  grid_has_land: () => 'A grid of class A has land: merge it by a plan; it can’t simply be retired.',
  revision_not_found: () => 'There is no such revision.',
}
