-- A session in Neovim: opens a Compose file, adds an override that is never saved, applies a fix, saves.
-- PROJECT is its directory and SERVER the command; both come from the environment. Works with Neovim 0.7 and later.
local project = vim.env.PROJECT
local function say(...)
  io.stdout:write(table.concat(vim.tbl_map(tostring, { ... }), ' ') .. '\n')
end
local function wait(what, done)
  if not vim.wait(30000, done, 20) then
    say('waited in vain for', what)
    vim.cmd('cquit')
  end
end
local function found(buffer)
  local codes = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(codes, diagnostic.code)
  end
  table.sort(codes)
  return table.concat(codes, ',')
end

vim.cmd('edit ' .. project .. '/compose.yaml')
local base = vim.api.nvim_get_current_buf()
local client = vim.lsp.start_client({ name = 'plimsoll', cmd = vim.split(vim.env.SERVER, ' '), root_dir = project })
vim.lsp.buf_attach_client(base, client)
wait('findings', function() return #vim.diagnostic.get(base) > 0 end)
say('open:', found(base))

vim.cmd('edit ' .. project .. '/compose.override.yaml')
local override = vim.api.nvim_get_current_buf()
vim.lsp.buf_attach_client(override, client)
vim.api.nvim_buf_set_lines(override, 0, -1, false, { 'services:', '  db:', '    memswap_limit: 2g' })
local before = found(base)
wait('the override', function() return found(base) ~= before end)
say('with an unsaved override:', found(base))

local at = { line = 6, character = 20 }
local answers = vim.lsp.buf_request_sync(base, 'textDocument/codeAction', {
  textDocument = vim.lsp.util.make_text_document_params(base),
  range = { start = at, ['end'] = at },
  context = { diagnostics = {} },
}, 30000)
for _, answer in pairs(answers) do
  for _, action in ipairs(answer.result) do
    if action.isPreferred then
      if not action.edit then
        for _, whole in pairs(vim.lsp.buf_request_sync(base, 'codeAction/resolve', action, 30000)) do
          action = whole.result
        end
      end
      vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
      say('applied:', action.title)
    end
  end
end
before = found(base)
wait('the fix', function() return #vim.diagnostic.get(base) == 1 end)
say('fixed:', found(base))
vim.api.nvim_buf_call(base, function() vim.cmd('silent write') end)

vim.lsp.stop_client(client)
wait('the end', function() return vim.lsp.client_is_stopped(client) end)
say('stopped')
vim.cmd('qall!')
