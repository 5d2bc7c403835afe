#!/bin/sh
# Becomes workerd, and leaves a watcher that ends it as soon as the Node that started it is gone, even if that was killed:
# workerd itself would go on and keep the port. Node holds the other end of standard output; a read there ends with Node.
# A watcher whose workerd crashed sleeps on until Node ends.
echo $$ >"$PID_FILE"
(
  read -r _ <&1
  # The process of this number may be another one by now.
  case "$(readlink "/proc/$$/exe" || ps -o comm= -p $$)" in
    *workerd*) kill -9 $$ ;;
  esac
) 2>/dev/null &
exec "$WORKERD" "$@"
