-- Uses the server in a headless Neovim, as a user would, and writes down what comes of it.
local seen = {}

local function wait(what, probe)
  if not vim.wait(20000, probe, 20) then error(what .. ": nothing came") end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n") .. "\n"
end

--- Lines and columns count from 0.
local function ask(method, line, character)
  vim.api.nvim_win_set_cursor(0, { line + 1, character })
  local params = vim.lsp.util.make_position_params(0, "utf-16")
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 20000) or {}) do
    return answer.result
  end
end

local function use()
  wait("findings", function() return #vim.diagnostic.get(0) > 0 end)
  seen.diagnostics = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    table.insert(seen.diagnostics, { line = one.lnum, character = one.col, message = one.message })
  end

  seen.hover = ask("textDocument/hover", 3, 0).contents.value
  local definition = ask("textDocument/definition", 123, 50)
  definition = definition[1] or definition
  seen.definition = (definition.targetSelectionRange or definition.range).start

  local completion = ask("textDocument/completion", 3, 7)
  seen.completion = {}
  for _, item in ipairs(vim.lsp.util.text_document_completion_list_to_complete_items(completion, "")) do
    table.insert(seen.completion, item.word)
  end

  vim.ui.select = function(actions, _, choose) choose(actions[1], 1) end
  local before = text()
  vim.api.nvim_win_set_cursor(0, { 135, 110 })
  vim.lsp.buf.code_action()
  wait("the fix", function() return text() ~= before end)
  seen.fixed = text()

  vim.api.nvim_win_set_cursor(0, { 124, 50 })
  vim.lsp.buf.rename("front-desk")
  wait("the new name", function() return text() ~= seen.fixed end)
  seen.renamed = text()

  vim.api.nvim_buf_set_lines(0, 0, 1, false, { "aiplan: 1   " })
  if vim.lsp.buf.format then vim.lsp.buf.format({ timeout_ms = 20000 }) else vim.lsp.buf.formatting_sync(nil, 20000) end
  seen.formatted = text()
end

local worked, problem = pcall(use)
if not worked then seen.error = tostring(problem) end
vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.AIPLAN_SEEN)
vim.cmd("qall!")
