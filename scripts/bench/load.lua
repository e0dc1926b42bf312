-- What wrk does for us: asks for the paths of a file in turn, and prints the figures on one line for load.ts.
-- Arguments: the file, then the values of accept-encoding and authorization.
local requests = {}
local count = 0

function init(args)
  for path in io.lines(args[1]) do
    table.insert(requests, wrk.format("GET", path, { ["accept-encoding"] = args[2], ["authorization"] = args[3] }))
  end
end

function request()
  count = count + 1
  return requests[(count - 1) % #requests + 1]
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  print(string.format("figures: %d %d %f %d", latency:percentile(50), latency:percentile(95),
    summary.requests / summary.duration * 1e6, failed))
end
