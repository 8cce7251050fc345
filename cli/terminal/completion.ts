import { type Command } from "commander";
import { UsageError } from "./errors";

/** What a shell completes: the commands, and the flags of each. */
interface Words {
  name: string;
  commands: { name: string; description: string; flags: string[] }[];
}

const scripts: Record<string, (words: Words) => string> = { bash, zsh, fish };

export const shells = Object.keys(scripts);

/** The script by which a shell completes the commands, their flags, and the names of stacks. @throws {@link UsageError} for another shell */
export function completionScript(shell: string, root: Command): string {
  const make = scripts[shell];
  if (!make) throw new UsageError(`completion ${shell}: not a supported shell; allowed: ${shells.join(", ")}.`);
  const commands = root.commands.map((command) => ({
    name: command.name(),
    description: (command.description().split(/[:;,]/)[0] ?? "").replaceAll("'", ""),
    flags: [...command.options.flatMap(({ long }) => long ?? []), "--help"],
  }));
  return make({ name: root.name(), commands });
}

const stacks = "ls Pulumi.*.yaml 2>/dev/null | sed -E 's/^Pulumi\\.(.*)\\.yaml$/\\1/'";

function bash({ name, commands }: Words): string {
  const cases = commands.map((each) => `    ${each.name}) words="${each.flags.join(" ")}" ;;`);
  return `# eval "$(${name} completion bash)"
_${name}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  if [ "$before" = --stack ]; then words="$(${stacks})"
  elif [ "$COMP_CWORD" -eq 1 ]; then words="${commands.map((each) => each.name).join(" ")}"
  else case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac; fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _${name} ${name}
`;
}

function zsh(words: Words): string {
  return `# eval "$(${words.name} completion zsh)"
autoload -U +X bashcompinit && bashcompinit
${bash(words).split("\n").slice(1).join("\n")}`;
}

function fish({ name, commands }: Words): string {
  const lines = commands.flatMap((each) => [
    `complete -c ${name} -f -n __fish_use_subcommand -a ${each.name} -d '${each.description}'`,
    ...each.flags.map(
      (flag) => `complete -c ${name} -n '__fish_seen_subcommand_from ${each.name}' -l ${flag.slice(2)}`,
    ),
  ]);
  return `# ${name} completion fish | source\n${lines.join("\n")}\ncomplete -c ${name} -f -l stack -a "(${stacks})"\n`;
}
