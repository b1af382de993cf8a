# What a package brings of the pages: those on operations with the files that they name, and the one on how to. Sourced by bash.
# docs_into PAGES DIR: from the folder docs of the clone; a link that leads out of DIR becomes its plain words.
docs_into() {
  local from=$1 to=$2 page target
  install -m 0644 "$from"/operations/*.{md,yaml,json,service,timer} "$from/how-to.md" "$to/"
  sed -i -E 's|\]\(\.\./how-to\.md|](how-to.md|g; s|\]\(operations/|](|g' "$to"/*.md
  for page in "$to"/*.md; do
    while IFS= read -r target; do
      [[ -e $to/${target%%#*} ]] || sed -i -E "s|\[([^]]*)\]\($target\)|\1|g" "$page"
    done < <(grep -oE '\]\([^):#]+[^):]*\)' "$page" | sed -E 's/^..(.*).$/\1/' | sort -u)
  done
}
