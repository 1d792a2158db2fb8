#!/bin/sh
# Makes the demo stream that is checked in under gateway/demo-stream: 30 s of a moving test picture with a burnt-in
# clock and a tone, H.264/AAC in two renditions, as HLS VOD (RFC 8216) in fragmented MP4. The product never runs this.
#
#   usage: deploy/demo-stream/make.sh [target folder]
#
# Needs Debian's packages ffmpeg (with libx264) and fonts-dejavu-core.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
target=${1:-$here/../../gateway/demo-stream}
font=/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf
seconds=30
limit=2000000

command -v ffmpeg >/dev/null || { echo "ffmpeg is missing: apt-get install ffmpeg" >&2; exit 1; }
[ -r "$font" ] || { echo "$font is missing: apt-get install fonts-dejavu-core" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/360p" "$work/240p"

# 25 frames/s and a key frame every 50 in both renditions, never elsewhere: every segment is 2 s, starts with an IDR
# picture and lines up with its twin. bitexact keeps the encoder's version and the date out, so that a rebuild changes little.
ffmpeg -hide_banner -nostdin -loglevel warning -y \
  -f lavfi -i "testsrc2=size=640x360:rate=25:duration=$seconds" \
  -f lavfi -i "sine=frequency=440:beep_factor=4:sample_rate=48000:duration=$seconds" \
  -filter_complex "
    [0:v]drawtext=fontfile=$font:text='%{pts\:hms}':fontsize=44:fontcolor=white:box=1:boxcolor=black@0.7:boxborderw=10:x=(w-tw)/2:y=h-th-40,
         split[high][middle];[middle]scale=426:240:flags=lanczos[low];[1:a]volume=0.4,asplit[sound1][sound2]" \
  -map '[high]' -map '[sound1]' -map '[low]' -map '[sound2]' \
  -c:v libx264 -preset veryslow -profile:v main -pix_fmt yuv420p -sar 1 -bf 2 -g 50 -keyint_min 50 -sc_threshold 0 -flags +cgop \
  -b:v:0 230k -maxrate:v:0 245k -bufsize:v:0 245k -b:v:1 110k -maxrate:v:1 115k -bufsize:v:1 110k \
  -c:a aac -b:a 48k -ac 1 \
  -flags +bitexact -fflags +bitexact -map_metadata -1 \
  -f hls -hls_time 2 -hls_playlist_type vod -hls_flags independent_segments -hls_segment_type fmp4 \
  -hls_fmp4_init_filename init.mp4 -hls_segment_filename "$work/%v/segment%03d.m4s" \
  -master_pl_name stream.m3u8 -var_stream_map 'v:0,a:0,name:360p v:1,a:1,name:240p' \
  "$work/%v/index.m3u8"

# ffmpeg writes the rates that it was asked for; RFC 8216, section 4.3.4.2 wants the peak segment's.
for rendition in 360p:640x360 240p:426x240; do
  peak=$(stat -c %s "$work/${rendition%:*}"/segment*.m4s | sort -n | tail -n 1)
  sed -i "s/BANDWIDTH=[0-9]*\\(,RESOLUTION=${rendition#*:},\\)/BANDWIDTH=$((peak * 8 / 2))\\1/" "$work/stream.m3u8"
done

size=$(cat "$work"/*.m3u8 "$work"/*/* | wc -c)
[ "$size" -lt "$limit" ] || { echo "the stream has $size bytes, over $limit" >&2; exit 1; }

rm -rf "$target"
mkdir -p "$target"
cp -r "$work"/. "$target"
echo "$target: $size bytes"
