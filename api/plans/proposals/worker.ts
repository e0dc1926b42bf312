/** The thread in which land is divided: seconds of nothing but counting. It is ended to cancel. */
import { parentPort, workerData } from 'node:worker_threads'
import { type ProposeRequest, propose, type RebalanceRequest, rebalance } from '#geodata/partition/index.ts'

const TELL_EVERY_MS = 100

const { kind, request } = workerData as { kind: 'propose' | 'rebalance'; request: never }
const search =
  kind === 'propose' ? propose(request as unknown as ProposeRequest) : rebalance(request as unknown as RebalanceRequest)
let told = 0
for (let step = search.next(); ; step = search.next()) {
  if (step.done) {
    parentPort!.postMessage({ result: step.value })
    break
  }
  if (Date.now() - told < TELL_EVERY_MS) continue
  told = Date.now()
  parentPort!.postMessage({ progress: step.value })
}
